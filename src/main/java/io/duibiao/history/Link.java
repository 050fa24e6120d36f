package io.duibiao.history;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One commit in the chain.
 *
 * @param entries how many
 * @param digest SHA-256 in hexadecimal of these lines, each ended by a line feed: the digest of the commit before (none before
 *        the first), {@code recordedAt}, and every entry in its order as {@link Ledger.Entry#line} writes it
 */
public record Link(Instant recordedAt, int entries, String digest) {

    public Link {
        requireNonNull(recordedAt);
        requireNonNull(digest);
    }

    /** What the first commit names as the digest of the one before. */
    public static final String NONE = "";

    /** A link while its entries come one by one. */
    public static final class Forging {

        private final Instant recordedAt;
        private final MessageDigest digest;
        private int entries;

        public Forging(String previous, Instant recordedAt) {
            this.recordedAt = recordedAt;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            line(previous);
            line(recordedAt.toString());
        }

        public Instant recordedAt() {
            return recordedAt;
        }

        /** @return how many entries there are with this one */
        public int add(String line) {
            line(line);
            return ++entries;
        }

        private void line(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }

        /** The finished link; nothing is added after it. */
        public Link link() {
            return new Link(recordedAt, entries, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
