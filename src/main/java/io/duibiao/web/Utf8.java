package io.duibiao.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes that ought to be UTF-8. */
final class Utf8 {

    private Utf8() {
    }

    /** The text before the first byte that is not UTF-8; empty where every byte is. */
    static Optional<String> beforeFault(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean broken = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true).isError();
        return broken ? Optional.of(text.flip().toString()) : Optional.empty();
    }
}
