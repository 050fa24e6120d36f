package io.duibiao.problem;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.duibiao.core.Language;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Whom an answer is for.
 *
 * @param requestId made here, not taken from the caller, so that one line of the log belongs to one request
 */
public record Caller(Language language, String requestId) {

    private static final String CALLER = "duibiao.caller";
    private static final int LONGEST_ADDRESS = 64;
    private static final int IPV6_NETWORK_BYTES = 8;

    public static Caller of(RoutingContext routing) {
        Caller known = routing.get(CALLER);
        if (known != null) {
            return known;
        }
        Caller made = new Caller(language(routing), newId());
        routing.put(CALLER, made);
        return made;
    }

    /** Where the request comes from, for short; behind a proxy it is what the proxy says, which may be no address. */
    public static String address(RoutingContext routing) {
        SocketAddress remote = routing.request().remoteAddress();
        String address = Optional.ofNullable(remote.hostAddress()).orElseGet(() -> String.valueOf(remote.host()));
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    /** To whom an address belongs, as far as limits go: who has one IPv6 address has the 2⁶⁴ of its network. */
    public static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && bytes.length > IPV6_NETWORK_BYTES
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                : address;
    }

    /** The language that {@code ?lang=} names: zh-CN, zh or en. */
    public static Optional<Language> named(String lang) {
        return switch (lang.toLowerCase(Locale.ROOT)) {
            case "zh-cn", "zh" -> Optional.of(Language.ZH);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private static Language language(RoutingContext routing) {
        return lang(routing).flatMap(Caller::named)
                .orElseGet(() -> preferred(routing.request().headers().getAll("Accept-Language")));
    }

    private static Optional<String> lang(RoutingContext routing) {
        String sent = Optional.ofNullable(routing.request().query()).orElse("");
        // To decode a query costs as much as to answer a picture that is kept.
        if (!sent.contains("lang") && sent.indexOf('%') < 0) {
            return Optional.empty();
        }
        try {
            MultiMap query = routing.queryParams();
            return Optional.ofNullable(query.get("lang"));
        } catch (RuntimeException e) {
            // A query that cannot be decoded is being refused; the refusal still needs a language.
            return Optional.empty();
        }
    }

    private static Language preferred(List<String> acceptLanguage) {
        if (acceptLanguage.isEmpty()) {
            return Language.ZH;
        }
        try {
            return LanguageRange.parse(String.join(",", acceptLanguage)).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> spoken(range.getRange()).stream())
                    .findFirst().orElse(Language.ZH);
        } catch (IllegalArgumentException e) {
            return Language.ZH;
        }
    }

    private static Optional<Language> spoken(String range) {
        return range.equals("*") ? Optional.of(Language.ZH) : named(range.split("-", 2)[0]);
    }

    /** No secret: it need not be one that nobody can guess. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
