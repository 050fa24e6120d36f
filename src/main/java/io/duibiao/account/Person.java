package io.duibiao.account;

import java.util.Collection;
import java.util.Set;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * Who asks.
 *
 * @param name the author of what is recorded; empty where nobody is signed in
 * @param roles every role that the person acts in
 * @param regions those that the person was given; each stands for the regions below it too
 */
public record Person(String name, Set<String> roles, Set<String> regions) {

    private static final String REGIONS = "duibiao.regions";
    private static final String MEANS = "duibiao.means";

    public static Person of(SecurityIdentity identity) {
        Set<String> regions = identity.getAttribute(REGIONS);
        return new Person(identity.getPrincipal().getName(), identity.getRoles(), regions == null ? Set.of() : regions);
    }

    public boolean anonymous() {
        return name.isEmpty();
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /**
     * Whether the person may write for a region.
     *
     * @param above the codes of the regions above it
     */
    public boolean covers(String region, Collection<String> above) {
        return is(Roles.ADMIN) || regions.contains(region) || above.stream().anyMatch(regions::contains);
    }

    SecurityIdentity identity(Means means) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).addRoles(roles)
                .addAttribute(REGIONS, regions).addAttribute(MEANS, means).build();
    }

    /** By what somebody showed who he is. */
    enum Means {
        PASSWORD,
        SESSION,
        TOKEN,
        OIDC;

        static Means of(SecurityIdentity identity) {
            return identity.getAttribute(MEANS);
        }
    }
}
