package io.duibiao.account;

import java.util.Set;

import jakarta.inject.Singleton;

import io.duibiao.history.Ledger;

/** Bearer tokens, for those alone who keep all of the service: their entries have the tokens' hashes. */
@Singleton
class TokenLedger extends Ledger<TokenRow> {

    TokenLedger() {
        super(TokenRow.class, Readers.NOBODY_ELSE, Set.of(TokenRow.KIND));
    }

    @Override
    protected TokenRow row(Entry entry) {
        return TokenRow.of(entry);
    }
}
