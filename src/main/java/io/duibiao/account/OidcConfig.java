package io.duibiao.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The OIDC provider whose tokens are believed; without its JWKS address none is. A claim inside another is written a/b. */
@ConfigMapping(prefix = "duibiao.oidc")
public interface OidcConfig {

    /** Where the provider publishes its keys. */
    Optional<String> jwks();

    /** What its tokens name as {@code iss}. */
    Optional<String> issuer();

    /** What they name as {@code aud}. */
    Optional<String> audience();

    /** The claim that holds the person's name. */
    @WithDefault("preferred_username")
    String user();

    /** The claim that holds his roles here, as a list or with spaces between. */
    @WithDefault("roles")
    String roles();

    /** The claim that holds the codes of his regions. */
    @WithDefault("regions")
    String regions();
}
