package io.duibiao.account;

import static io.duibiao.account.People.nobody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import io.duibiao.problem.ProblemException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class OidcHttpTest {

    private static final String KEY = ConfigProvider.getConfig().getValue(Provider.KEY, String.class);

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Provider.ISSUER);
        claims.setAudience("duibiao", "account");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setSubject("0b2f");
        claims.setClaim("preferred_username", "wangwei");
        claims.setClaim("realm_access", Map.of("roles", List.of("reporter", "offline_access")));
        claims.setClaim("regions", List.of("150100"));
        return claims;
    }

    private String token(Consumer<JwtClaims> claims, Consumer<JsonWebSignature> signature) throws JoseException {
        JwtClaims all = claims();
        claims.accept(all);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(all.toJson());
        jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(KEY).getPrivateKey());
        jws.setKeyIdHeaderValue("k1");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.accept(jws);
        return jws.getCompactSerialization();
    }

    private static ValidatableResponse who(String token) {
        return nobody().header("Authorization", "Bearer " + token).get("/api/v1/account").then();
    }

    @Test
    void aTokenOfTheProviderGivesNameRolesAndRegions() throws JoseException {
        String token = token(claims -> {
        }, signature -> {
        });
        who(token).statusCode(200).body("name", equalTo("oidc:wangwei")).body("roles", contains("reporter", "viewer"))
                .body("regions", contains("150100"));
        String sewage = "/api/v1/measurements/rural-sewage-treatment/";
        nobody().header("Authorization", "Bearer " + token).body("{\"value\":1,\"source\":\"a\"}").put(sewage + "150100/2004")
                .then().statusCode(201);
        nobody().header("Authorization", "Bearer " + token).body("{\"value\":1,\"source\":\"a\"}").put(sewage + "150200/2004")
                .then().statusCode(403);
        nobody().get(sewage + "150100/2004/revisions").then().body("items.author", contains("oidc:wangwei"));
        nobody().header("Authorization", "Bearer " + token).body("{\"name\":\"t\"}").post("/api/v1/account/tokens").then()
                .statusCode(403);
    }

    @Test
    void aTokenThatIsExpiredForAnotherOrByAnotherIsRefused() throws JoseException {
        Consumer<JsonWebSignature> well = signature -> {
        };
        for (Consumer<JwtClaims> wrong : List.<Consumer<JwtClaims>> of(
                claims -> claims.setExpirationTimeMinutesInTheFuture(-5),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setNotBeforeMinutesInThePast(-5),
                claims -> claims.setIssuer("https://login.example.com"),
                claims -> claims.unsetClaim("iss"),
                claims -> claims.setAudience("another"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.unsetClaim("preferred_username"),
                claims -> claims.setClaim("preferred_username", "a\u0000b"))) {
            who(token(wrong, well)).statusCode(401).body("type", equalTo("urn:duibiao:problem:not-signed-in"));
        }
    }

    @Test
    void aSignatureThatIsNoneIsRefused() throws JoseException {
        PublicJsonWebKey own = PublicJsonWebKey.Factory.newPublicJwk(KEY);
        PublicJsonWebKey strange = RsaJwkGenerator.generateJwk(2048);
        for (Consumer<JsonWebSignature> wrong : List.<Consumer<JsonWebSignature>> of(
                signature -> signature.setKey(strange.getPrivateKey()),
                signature -> {
                    signature.setKey(strange.getPrivateKey());
                    signature.setKeyIdHeaderValue("k2");
                },
                signature -> {
                    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                    signature.setKey(null);
                },
                signature -> {
                    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    signature.setKey(new HmacKey(own.getPublicKey().getEncoded()));
                })) {
            who(token(claims -> {
            }, wrong)).statusCode(401);
        }
        String good = token(claims -> {
        }, signature -> {
        });
        who(good.substring(0, good.length() - 10) + "AAAAAAAAAA").statusCode(401);
        who("a.b.c").statusCode(401);
        who("").statusCode(401);
    }

    private record Configured(Optional<String> jwks, Optional<String> issuer, Optional<String> audience, String user,
            String roles,
            String regions) implements OidcConfig {

        static Configured with(Optional<String> jwks, Optional<String> issuer) {
            return new Configured(jwks, issuer, Optional.of("duibiao"), "sub", "roles", "regions");
        }
    }

    @Test
    void withoutAProviderNoTokenIsBelieved() throws JoseException {
        OidcLogin none = new OidcLogin(Configured.with(Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), none.person(token(claims -> {
        }, signature -> {
        })));
    }

    @Test
    void aProviderIsConfiguredWholeOrNotAtAll() {
        Configured half = Configured.with(Optional.of("https://login.example.cn/jwks"), Optional.empty());
        assertEquals("DUIBIAO_OIDC_JWKS 须与 DUIBIAO_OIDC_ISSUER 一同设置 / needs DUIBIAO_OIDC_ISSUER too",
                assertThrows(ConfigurationException.class, () -> new OidcLogin(half)).getMessage());
    }

    @Test
    void aProviderThatIsDownIsNoFaultOfTheCaller() throws JoseException {
        OidcLogin down = new OidcLogin(Configured.with(Optional.of("http://127.0.0.1:9/jwks"), Optional.of(Provider.ISSUER)));
        String token = token(claims -> {
        }, signature -> {
        });
        assertEquals(503, assertThrows(ProblemException.class, () -> down.person(token)).problem().status());
    }
}
