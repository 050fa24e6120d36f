package io.duibiao.account;

import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.history.Ledger;

/** Accounts, for those alone who keep all of the service: their entries have the passwords' hashes. */
@Singleton
class AccountLedger extends Ledger<AccountRow> {

    AccountLedger() {
        super(AccountRow.class, Readers.NOBODY_ELSE, Set.of(AccountRow.KIND));
    }

    @Override
    protected AccountRow row(Entry entry) {
        return AccountRow.of(entry);
    }
}
