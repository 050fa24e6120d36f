package io.duibiao.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class PersonTest {

    private final Person hohhot = new Person("zhang", Roles.of(Set.of(Roles.REPORTER)), Set.of("150100"));

    @Test
    void aRegionIsCoveredByItselfAndByThoseAboveIt() {
        assertTrue(hohhot.covers("150100", List.of("150000", "100000")));
        assertTrue(hohhot.covers("150121", List.of("150100", "150000", "100000")));
        assertFalse(hohhot.covers("150200", List.of("150000", "100000")));
        assertFalse(hohhot.covers("150000", List.of("100000")));
    }

    @Test
    void anAdminHasEveryRoleAndEveryRegion() {
        Person admin = new Person("li", Roles.of(Set.of(Roles.ADMIN)), Set.of());
        assertTrue(admin.covers("150200", List.of()));
        assertEquals(Roles.ALL, admin.roles());
    }

    @Test
    void whatIsNoRoleOfTheServiceCountsForNothing() {
        assertEquals(Set.of(Roles.VIEWER, Roles.PLANNER), Roles.of(Set.of(Roles.PLANNER, "root")));
        assertEquals(Set.of(Roles.VIEWER), Roles.of(Set.of()));
    }
}
