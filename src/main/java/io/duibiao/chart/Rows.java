package io.duibiao.chart;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Packs the rows of a drawing into a zlib stream (RFC 1950, RFC 1951). A drawing repeats itself in two ways, to the right and
 * downwards, so that those are looked for first and cost one comparison each; only where neither holds, the last place is tried
 * where the same four bytes stood. That is quicker than zlib's quickest and, on charts, as small as its second level.
 */
final class Rows {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int WINDOW = 32768;
    private static final int AHEAD = 1 << 16;
    private static final int HASH_BITS = 13;
    private static final int BLOCK = 1 << 15;
    /** Of a token: two words of 15 bits and what they leave open, 5 and 13. */
    private static final int MOST_BYTES = 6;
    private static final int HEADER_BYTES = 1 << 10;
    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int[] LENGTH_FROM = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83,
            99, 115, 131, 163, 195, 227, 258 };
    private static final int[] LENGTH_BITS = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5,
            5,
            0 };
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] LENGTH_SYMBOL = new byte[LONGEST + 1];

    static {
        for (int symbol = 0; symbol < LENGTH_FROM.length; symbol++) {
            Arrays.fill(LENGTH_SYMBOL, LENGTH_FROM[symbol], LONGEST + 1, (byte) symbol);
        }
    }

    private final int stride;
    private final Source source;
    /** The rows that can be seen from where the packing is: what a repeat may reach back to, and some ahead. */
    private final byte[] raw;
    private int end;
    /** How many bytes were packed that are not there any more. */
    private int gone;
    private final Adler32 check = new Adler32();
    private final int[] last = new int[1 << HASH_BITS];
    /** A byte as it is, or length and distance of a repeat. */
    private final int[] tokens = new int[BLOCK];
    private int count;
    private int[] literals = new int[286];
    private int[] distances = new int[30];
    private byte[] out;
    private int size;
    private long bits;
    private int held;

    private Rows(int stride, Source source) {
        this.stride = stride;
        this.source = source;
        this.raw = new byte[WINDOW + AHEAD + stride];
        this.out = new byte[BLOCK];
        Arrays.fill(last, -WINDOW);
    }

    /** Hands out one row after another. */
    interface Source {
        /**
         * The next row; false where there is none.
         *
         * @param into where the row before it stands, right before
         */
        boolean next(byte[] into, int from);
    }

    /**
     * The rows, one after another, as a zlib stream.
     *
     * @param stride bytes a row, at most 32 768
     */
    static byte[] packed(int stride, Source source) {
        return new Rows(stride, source).packed();
    }

    private byte[] packed() {
        put(0x0178, 16);
        int i = 0;
        boolean more = true;
        while (more) {
            more = filled();
            // Whatever begins before is as long as it would be if all were there.
            int until = more ? end - LONGEST : end;
            while (i < until) {
                i += step(i);
                if (count > BLOCK - 2) {
                    block(false);
                }
            }
            if (more) {
                int kept = Math.max(0, i - WINDOW);
                System.arraycopy(raw, kept, raw, 0, end - kept);
                gone += kept;
                end -= kept;
                i -= kept;
            }
        }
        block(true);
        put(0, -held & 7);
        int sum = (int) check.getValue();
        put(Integer.reverseBytes(sum) & 0xFFFF, 16);
        put(Integer.reverseBytes(sum) >>> 16, 16);
        return Arrays.copyOf(out, size);
    }

    /** Takes in as many rows as there is room for; whether there may be more. */
    private boolean filled() {
        int from = end;
        boolean more = true;
        while (more && end + stride <= raw.length) {
            more = source.next(raw, end);
            end += more ? stride : 0;
        }
        check.update(raw, from, end - from);
        return more;
    }

    /** Takes one byte or the longest repeat found there; returns how many bytes that was. */
    private int step(int i) {
        if (i + SHORTEST > end) {
            return literal(i);
        }
        int four = (int) FOUR.get(raw, i);
        int distance = 1;
        int length = repeat(four, i, 1);
        int above = repeat(four, i, stride);
        if (above > length) {
            length = above;
            distance = stride;
        }
        if (length == 0) {
            int hash = four * 0x9E3779B1 >>> 32 - HASH_BITS;
            int earlier = gone + i - last[hash];
            last[hash] = gone + i;
            if (earlier < WINDOW) {
                length = repeat(four, i, earlier);
                distance = earlier;
            }
        }
        if (length == 0) {
            return literal(i);
        }
        literals[FIRST_LENGTH + LENGTH_SYMBOL[length]]++;
        distances[symbol(distance)]++;
        tokens[count++] = length << 16 | distance;
        return length;
    }

    private int literal(int i) {
        int literal = raw[i] & 255;
        literals[literal]++;
        tokens[count++] = literal;
        return 1;
    }

    /** How many bytes are those that stand so far before them; none where the first four are not. */
    private int repeat(int four, int i, int distance) {
        int from = i - distance;
        if (from < 0 || (int) FOUR.get(raw, from) != four) {
            return 0;
        }
        int to = Math.min(i + LONGEST, end);
        int differs = Arrays.mismatch(raw, i + SHORTEST, to, raw, from + SHORTEST, from + to - i);
        return differs < 0 ? to - i : SHORTEST + differs;
    }

    /** 1, 2, 3, 4, 5–6, 7–8, 9–12, 13–16, …: two symbols for each further bit. */
    private static int symbol(int distance) {
        if (distance < 3) {
            return distance - 1;
        }
        int high = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * high + (distance - 1 >> high - 1 & 1);
    }

    private void block(boolean isLast) {
        literals[END]++;
        Code literal = Code.of(literals, 15);
        Code distance = Code.of(distances, 15);
        int room = size + count * MOST_BYTES + HEADER_BYTES;
        if (room > out.length) {
            out = Arrays.copyOf(out, Math.max(room, out.length * 2));
        }
        put(isLast ? 1 : 0, 1);
        put(2, 2);
        header(literal, distance);
        for (int t = 0; t < count; t++) {
            int token = tokens[t];
            int length = token >>> 16;
            if (length == 0) {
                put(literal.words[token], literal.lengths[token]);
                continue;
            }
            int symbol = LENGTH_SYMBOL[length];
            int word = literal.lengths[FIRST_LENGTH + symbol];
            put(literal.words[FIRST_LENGTH + symbol] | (length - LENGTH_FROM[symbol]) << word, word + LENGTH_BITS[symbol]);
            int back = (token & 0xFFFF) - 1;
            int far = symbol(back + 1);
            int extra = Math.max(0, far / 2 - 1);
            word = distance.lengths[far];
            put(distance.words[far] | (back & (1 << extra) - 1) << word, word + extra);
        }
        put(literal.words[END], literal.lengths[END]);
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
        count = 0;
    }

    /** The lengths of both codes, themselves in a code (RFC 1951, 3.2.7). */
    private void header(Code literal, Code distance) {
        int[] order = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
        int literalsUsed = Math.max(257, literal.used());
        int distancesUsed = Math.max(1, distance.used());
        int[] lengths = Arrays.copyOf(literal.lengths, literalsUsed + distancesUsed);
        System.arraycopy(distance.lengths, 0, lengths, literalsUsed, distancesUsed);
        int[] often = new int[19];
        for (int length : lengths) {
            often[length]++;
        }
        Code code = Code.of(often, 7);
        int sent = order.length;
        while (sent > 4 && code.lengths[order[sent - 1]] == 0) {
            sent--;
        }
        put(literalsUsed - 257, 5);
        put(distancesUsed - 1, 5);
        put(sent - 4, 4);
        for (int i = 0; i < sent; i++) {
            put(code.lengths[order[i]], 3);
        }
        for (int length : lengths) {
            put(code.words[length], code.lengths[length]);
        }
    }

    /** Bits leave from the lowest up, at most 32 at a time; there must be room. */
    private void put(int value, int width) {
        bits |= (long) value << held;
        held += width;
        EIGHT.set(out, size, bits);
        size += held >> 3;
        bits >>>= held & ~7;
        held &= 7;
    }

    /** A Huffman code: the words as they are sent, lowest bit first. */
    private record Code(int[] lengths, int[] words) {

        static Code of(int[] often, int longest) {
            int[] lengths = lengths(often);
            for (int[] flatter = often; Arrays.stream(lengths).max().getAsInt() > longest; lengths = lengths(flatter)) {
                flatter = Arrays.stream(flatter).map(times -> times == 0 ? 0 : times / 2 + 1).toArray();
            }
            return new Code(lengths, words(lengths));
        }

        int used() {
            int used = lengths.length;
            while (used > 0 && lengths[used - 1] == 0) {
                used--;
            }
            return used;
        }

        /** The two rarest are joined until one is left; leaves and joints each stand in order, so that no heap is needed. */
        private static int[] lengths(int[] often) {
            long[] leaves = new long[often.length];
            int n = 0;
            for (int symbol = 0; symbol < often.length; symbol++) {
                if (often[symbol] > 0) {
                    leaves[n++] = (long) often[symbol] << 16 | symbol;
                }
            }
            Arrays.sort(leaves, 0, n);
            int[] lengths = new int[often.length];
            if (n < 2) {
                // A code of one word is a word of one bit.
                lengths[n == 0 ? 0 : (int) leaves[0] & 0xFFFF] = 1;
                return lengths;
            }
            long[] weights = new long[2 * n];
            int[] above = new int[2 * n];
            for (int i = 0; i < n; i++) {
                weights[i] = leaves[i] >>> 16;
            }
            int leaf = 0;
            int joint = n;
            for (int made = n; made < 2 * n - 1; made++) {
                for (int two = 0; two < 2; two++) {
                    int least = leaf < n && (joint == made || weights[leaf] <= weights[joint]) ? leaf++ : joint++;
                    weights[made] += weights[least];
                    above[least] = made;
                }
            }
            int[] depth = new int[2 * n];
            for (int i = 2 * n - 3; i >= 0; i--) {
                depth[i] = depth[above[i]] + 1;
                if (i < n) {
                    lengths[(int) leaves[i] & 0xFFFF] = depth[i];
                }
            }
            return lengths;
        }

        /** Words of one length follow one another in the order of their symbols (RFC 1951, 3.2.2). */
        private static int[] words(int[] lengths) {
            int[] words = new int[lengths.length];
            int next = 0;
            for (int length = 1; length < 16; length++) {
                next <<= 1;
                for (int symbol = 0; symbol < lengths.length; symbol++) {
                    if (lengths[symbol] == length) {
                        words[symbol] = Integer.reverse(next++) >>> 32 - length;
                    }
                }
            }
            return words;
        }
    }
}
