package io.duibiao.account;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Whom does this JWT of the OIDC provider name? */
@ApplicationScoped
class OidcLogin {

    private static final Logger LOG = Logger.getLogger(OidcLogin.class);

    /** An account's name has no colon, so that nobody of the provider passes for an account of the service. */
    static final String PREFIX = "oidc:";
    private static final Pattern NAME = Pattern.compile("\\P{C}{1,90}");
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int PATIENCE_MILLIS = 3000;
    private static final long KEEP_KEYS_SECONDS = 3600;
    private static final long MEANWHILE_SECONDS = 600;
    private static final long BETWEEN_REFRESHES_MILLIS = 10_000;

    private final OidcConfig config;
    private final Optional<JwtConsumer> tokens;

    OidcLogin(OidcConfig config) {
        this.config = config;
        this.tokens = config.jwks().map(jwks -> consumer(jwks, given("ISSUER", config.issuer()),
                given("AUDIENCE", config.audience())));
    }

    /** So that a configuration that is not whole is told at the start. */
    void begin(@Observes StartupEvent start) {
        config.issuer().filter(issuer -> tokens.isPresent())
                .ifPresent(issuer -> LOG.infof("Tokens of %s are believed", issuer));
    }

    private static String given(String name, Optional<String> configured) {
        return configured.orElseThrow(() -> new ConfigurationException(
                "DUIBIAO_OIDC_JWKS 须与 DUIBIAO_OIDC_" + name + " 一同设置 / needs DUIBIAO_OIDC_" + name + " too"));
    }

    /** Only signatures by a key pair: with a shared secret the public key itself could sign. */
    private static JwtConsumer consumer(String address, String issuer, String audience) {
        Get patient = new Get();
        patient.setConnectTimeout(PATIENCE_MILLIS);
        patient.setReadTimeout(PATIENCE_MILLIS);
        patient.setRetries(0);
        HttpsJwks jwks = new HttpsJwks(address);
        jwks.setSimpleHttpGet(patient);
        jwks.setDefaultCacheDuration(KEEP_KEYS_SECONDS);
        jwks.setRetainCacheOnErrorDuration(MEANWHILE_SECONDS);
        jwks.setRefreshReprieveThreshold(BETWEEN_REFRESHES_MILLIS);
        return new JwtConsumerBuilder().setRequireExpirationTime().setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setExpectedIssuer(issuer).setExpectedAudience(audience)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(jwks))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, RSA_USING_SHA256, RSA_USING_SHA512, RSA_PSS_USING_SHA256,
                        RSA_PSS_USING_SHA512, ECDSA_USING_P256_CURVE_AND_SHA256, ECDSA_USING_P384_CURVE_AND_SHA384, EDDSA)
                .build();
    }

    /**
     * The person; empty where the token is not to be believed.
     *
     * @throws ProblemException 503 where the provider's keys cannot be had
     */
    Optional<Person> person(String token) {
        return tokens.flatMap(consumer -> claims(consumer, token)).flatMap(this::person);
    }

    private static Optional<JwtClaims> claims(JwtConsumer consumer, String token) {
        try {
            return Optional.of(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(IOException.class::isInstance)) {
                throw new ProblemException(Problem.of(503, "NO_IDENTITY_PROVIDER",
                        new Text("统一身份认证服务暂时不可用，请稍后再试", "The identity provider cannot be reached; try again shortly")),
                        Map.of("Retry-After", "10"));
            }
            return Optional.empty();
        }
    }

    private Optional<Person> person(JwtClaims claims) {
        return claim(claims, config.user()).map(String::valueOf).filter(name -> NAME.matcher(name).matches())
                .map(name -> new Person(PREFIX + name, Roles.of(words(claims, config.roles())),
                        words(claims, config.regions())));
    }

    private static Optional<Object> claim(JwtClaims claims, String path) {
        Object inside = claims.getClaimsMap();
        for (String name : path.split("/")) {
            inside = inside instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(inside);
    }

    private static Set<String> words(JwtClaims claims, String path) {
        Stream<?> words = claim(claims, path)
                .map(found -> found instanceof Collection<?> list ? list.stream()
                        : Stream.of(String.valueOf(found).split("[ ,]+")))
                .orElse(Stream.of());
        return words.map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
