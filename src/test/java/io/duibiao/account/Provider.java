package io.duibiao.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An OIDC provider as far as the service sees one: the address of its keys. It tells the tests the private one. */
@QuarkusTestResource(Provider.class)
public class Provider implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://login.example.cn/realms/eco";
    static final String KEY = "test.oidc.key";

    private Optional<HttpServer> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            byte[] keys = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
            HttpServer begun = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            begun.createContext("/jwks", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            begun.start();
            server = Optional.of(begun);
            return Map.of(KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE), "duibiao.oidc.jwks",
                    "http://127.0.0.1:" + begun.getAddress().getPort() + "/jwks", "duibiao.oidc.issuer", ISSUER,
                    "duibiao.oidc.audience", "duibiao", "duibiao.oidc.roles", "realm_access/roles");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(begun -> begun.stop(0));
    }
}
