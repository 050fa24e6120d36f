package io.duibiao.measurement;

import io.duibiao.core.Measurement;

/**
 * The keys of a file and the lines they stand on, in twelve bytes each: of a key only a hash of 64 bits is kept. That two of a
 * million keys have the same by chance is one in thirty million files.
 */
final class SeenKeys {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FIRST = 1 << 10;

    private long[] hashes = new long[FIRST];
    /** 0 where there is none. */
    private int[] lines = new int[FIRST];
    private int count;

    /** The line that had this key before, or 0 where this is the first. */
    int put(Measurement.Key key, int line) {
        if (2 * count >= lines.length) {
            grow();
        }
        long hash = hash(key);
        int slot = slot(hash);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        hashes[slot] = hash;
        lines[slot] = line;
        count++;
        return 0;
    }

    private int slot(long hash) {
        int mask = lines.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (lines[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[2 * oldHashes.length];
        lines = new int[2 * oldLines.length];
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
            }
        }
    }

    /** FNV-1a over the parts, each ended so that ab and c are not a and bc. */
    private static long hash(Measurement.Key key) {
        long hash = mixed(FNV_OFFSET, key.indicator());
        hash = mixed(hash, key.region());
        hash = mixed(hash, key.scope().orElse(""));
        hash = mixed(hash, key.period().toString());
        hash = mixed(hash, key.basis().orElse(""));
        return (hash ^ key.baseYear().orElse(0)) * FNV_PRIME;
    }

    private static long mixed(long hash, String part) {
        long mixed = hash;
        for (int i = 0; i < part.length(); i++) {
            mixed = (mixed ^ part.charAt(i)) * FNV_PRIME;
        }
        return (mixed ^ 0xFFFF) * FNV_PRIME;
    }
}
