package io.duibiao.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.duibiao.core.Text;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = { "short", "123456789", "1234567890", "aaaaaaaaaaaa", "Password123", "my zhang san password",
            "my ZHANG SAN password", "草草草草草草草草草草" })
    void whatIsShortOrGuessedFirstIsRefused(String password) {
        assertEquals(true, PasswordRule.fault(password, "zhang san").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = { "correct horse 1", "敕勒川阴山下天似穹庐", "xkcd-936-staple" })
    void lengthIsEnoughWhateverTheCharacters(String password) {
        assertEquals(Optional.empty(), PasswordRule.fault(password, "zhang"));
    }

    @Test
    void whatBcryptWouldCutOffIsRefused() {
        assertEquals(Optional.empty(), PasswordRule.fault("abcdefgh".repeat(9), "zhang"));
        assertEquals(Optional.of("A password has at most 72 bytes"),
                PasswordRule.fault("abcdefgh".repeat(9) + "i", "zhang").map(Text::en));
        assertEquals(true, PasswordRule.fault("敕勒川阴山下天似穹庐笼盖四野天苍苍野茫茫风吹草低见牛羊", "zhang").isPresent());
    }
}
