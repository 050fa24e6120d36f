package io.duibiao.exchange;

import io.duibiao.history.Chain.Walker;
import io.duibiao.history.Ledger.Entry;
import io.duibiao.history.Link;

/** Counts the commits of a walk. */
class Tally implements Walker {

    /**
     * What there was.
     *
     * @param entries of all commits
     * @param digest of the last commit
     */
    record Total(int commits, long entries, String digest) {

        static final Total NOTHING = new Total(0, 0, Link.NONE);

        Total and(Link link) {
            return new Total(commits + 1, entries + link.entries(), link.digest());
        }
    }

    private Total total = Total.NOTHING;

    @Override
    public void link(Link link) {
        total = total.and(link);
    }

    @Override
    public void entry(Entry entry) {
        // Its commit says how many there are.
    }

    Total total() {
        return total;
    }
}
