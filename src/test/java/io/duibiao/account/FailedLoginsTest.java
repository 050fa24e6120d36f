package io.duibiao.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import io.duibiao.problem.ProblemException;

class FailedLoginsTest {

    private final FailedLogins failed = new FailedLogins();

    private void fail(int times, String username, String address) {
        for (int i = 0; i < times; i++) {
            failed.count(username, address);
        }
    }

    private void assertRefused(String username, String address) {
        ProblemException refused = assertThrows(ProblemException.class, () -> failed.refuseFurther(username, address));
        assertEquals(429, refused.problem().status());
        assertEquals("60", refused.headers().get("Retry-After"));
    }

    @Test
    void tenFailuresOfOneAccountFromOneAddressAreEnough() {
        fail(9, "zhang", "10.0.0.1");
        assertDoesNotThrow(() -> failed.refuseFurther("zhang", "10.0.0.1"));
        fail(1, "zhang", "10.0.0.1");
        assertRefused("zhang", "10.0.0.1");
        assertDoesNotThrow(() -> failed.refuseFurther("zhang", "10.0.0.2"));
        assertDoesNotThrow(() -> failed.refuseFurther("li", "10.0.0.1"));
    }

    @Test
    void oneAddressDoesNotTryEveryAccount() {
        for (int i = 0; i < 100; i++) {
            fail(1, "account" + i, "10.0.0.1");
        }
        assertRefused("another", "10.0.0.1");
    }

    @Test
    void oneAccountIsNotTriedFromEveryAddress() {
        for (int i = 0; i < 100; i++) {
            fail(1, "zhang", "10.0.1." + i);
        }
        assertRefused("zhang", "10.0.2.1");
    }

    @Test
    void strangersWhoGuessDoNotLockOutWhoSignedInThereLately() {
        failed.succeeded("zhang", "10.0.0.1");
        for (int i = 0; i < 1000; i++) {
            fail(1, "zhang", "10.1." + i / 250 + "." + i % 250);
            fail(1, "account" + i, "10.0.0.1");
        }
        assertDoesNotThrow(() -> failed.refuseFurther("zhang", "10.0.0.1"));
        fail(10, "zhang", "10.0.0.1");
        assertRefused("zhang", "10.0.0.1");
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        for (int i = 0; i < 10; i++) {
            fail(1, "zhang", "2001:db8:0:1::" + i);
        }
        assertRefused("zhang", "2001:db8:0:1:ffff::1");
        assertDoesNotThrow(() -> failed.refuseFurther("zhang", "2001:db8:0:2::1"));
    }
}
