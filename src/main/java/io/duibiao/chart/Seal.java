package io.duibiao.chart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.duibiao.history.History;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Seals a picture: one code (HMAC-SHA256) over what can be seen, one over what the picture says of itself and the first code.
 * So it can be told afterwards which of the two was changed, and neither can be put beside another.
 */
@ApplicationScoped
class Seal {

    private static final String KEYWORD = "duibiao-seal";
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final History history;

    Seal(History history) {
        this.history = history;
    }

    /** What a picture turned out to be. */
    record Finding(boolean ours, boolean intact, Optional<Stamp> stamp) {
    }

    /** The texts of a picture with the seal that binds them to it. */
    Map<String, String> sealed(Pixels pixels, Stamp stamp) {
        return sealed(key(), pixels, stamp);
    }

    static Map<String, String> sealed(SealKeyRow key, Pixels pixels, Stamp stamp) {
        Map<String, String> texts = new LinkedHashMap<>(stamp.texts());
        byte[] seen = seen(key, pixels);
        texts.put(KEYWORD, key.number + "." + text(seen) + "." + text(said(key, texts, seen)));
        return texts;
    }

    /** It is ours where either code is; what it says counts only under its own. */
    Finding examine(Png.Found found) {
        Map<String, String> texts = new TreeMap<>(found.texts());
        String[] seal = Optional.ofNullable(texts.remove(KEYWORD)).orElse("").split("\\.", -1);
        Optional<SealKeyRow> known = seal.length == 3 && seal[0].matches("[1-9][0-9]{0,8}") ? key(Integer.parseInt(seal[0]))
                : Optional.empty();
        if (known.isEmpty()) {
            return new Finding(false, false, Optional.empty());
        }
        SealKeyRow key = known.get();
        boolean seen = found.pixels().filter(
                pixels -> isCode(seen(key, pixels), seal[1]) || isCode(seenEachPixel(key, pixels), seal[1])).isPresent();
        boolean said = isCode(said(key, texts, bytes(seal[1])), seal[2]);
        return new Finding(seen || said, seen && said && found.bare(),
                said ? Optional.of(Stamp.of(texts)) : Optional.empty());
    }

    private SealKeyRow key() {
        return QuarkusTransaction.requiringNew().call(SealKeyRow::last).orElseGet(() -> history.record(commit -> {
            // Another replica may have been first.
            return SealKeyRow.last().orElseGet(() -> {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                SealKeyRow first = SealKeyRow.of(1, secret);
                commit.add(first);
                return first;
            });
        }));
    }

    private static Optional<SealKeyRow> key(int number) {
        return QuarkusTransaction.requiringNew().call(() -> SealKeyRow.findByIdOptional(number));
    }

    private static byte[] seen(SealKeyRow key, Pixels pixels) {
        Mac code = code(key, "runs");
        pixels.feed(code);
        return code.doFinal();
    }

    private static byte[] seenEachPixel(SealKeyRow key, Pixels pixels) {
        Mac code = code(key, "pixels");
        pixels.feedEachPixel(code);
        return code.doFinal();
    }

    private static byte[] said(SealKeyRow key, Map<String, String> texts, byte[] seen) {
        Mac code = code(key, "texts");
        code.update(seen);
        new TreeMap<>(texts).forEach((keyword, text) -> {
            code.update((keyword + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        });
        return code.doFinal();
    }

    /** @param use so that no code of one use is one of another */
    private static Mac code(SealKeyRow key, String use) {
        try {
            Mac code = Mac.getInstance(MAC);
            code.init(new SecretKeySpec(key.key(), MAC));
            code.update((use + "\0").getBytes(StandardCharsets.UTF_8));
            return code;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCode(byte[] code, String claimed) {
        return MessageDigest.isEqual(text(code).getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    private static byte[] bytes(String claimed) {
        try {
            return Base64.getUrlDecoder().decode(claimed);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
