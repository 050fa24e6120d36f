package io.duibiao.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;

/**
 * Which passwords are good enough. Length counts and what is guessed first is refused; no mixture of characters is asked for
 * and none expires (NIST SP 800-63B, 5.1.1.2).
 */
final class PasswordRule {

    private static final int SHORTEST = 10;
    private static final int FEWEST_DIFFERENT = 5;
    /** bcrypt reads no further: a longer password would be accepted with any other ending. */
    private static final int MOST_BYTES = 72;

    /** The long ones of the lists that are tried first. */
    private static final Set<String> GUESSED_FIRST = Set.of("1234567890", "0123456789", "0987654321", "qwertyuiop",
            "1q2w3e4r5t", "1qaz2wsx3edc", "qwerty123456", "qwer1234asdf", "password12", "password123", "password1234",
            "admin12345", "admin123456", "administrator", "abcd123456", "abc1234567", "a123456789", "woaini1314",
            "woaini520520",
            "iloveyou123", "5201314520", "1234512345", "changeme123", "duibiao123", "duibiao2025", "letmein123", "zxcvbnm123");

    private PasswordRule() {
    }

    /**
     * The password itself.
     *
     * @throws io.duibiao.problem.ProblemException 422 with what is wrong with it, never with the password
     */
    static String checked(String pointer, String password, String username) {
        fault(password, username).ifPresent(why -> {
            throw Problem.of(422, Problem.Fault.at(pointer, "WEAK_PASSWORD", why, "")).exception();
        });
        return password;
    }

    static Optional<Text> fault(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Text.of("密码至少{0}个字符", "A password has at least {0} characters", SHORTEST));
        }
        if (tooLong(password)) {
            return Optional.of(Text.of("密码过长，至多{0}字节", "A password has at most {0} bytes", MOST_BYTES));
        }
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Text("密码不能包含用户名", "A password does not contain the user name"));
        }
        if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT || GUESSED_FIRST.contains(lower)) {
            return Optional.of(new Text("密码过于常见，容易被猜中", "This password is among those that are guessed first"));
        }
        return Optional.empty();
    }

    static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
