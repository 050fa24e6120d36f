package io.duibiao.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 256 random bits that someone shows to be let in. They cannot be guessed, so that a plain SHA-256 is kept of them where a
 * password needs bcrypt, and nobody who reads the database can show them.
 */
record Secret(String shown) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    static Secret random(String prefix) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(shown.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What only who has this secret can make of the words. */
    String sealed(String words) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(shown.getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
