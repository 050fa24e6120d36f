package io.duibiao.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/** A file that was sent, on the disk while it is read: it is read more than once, and its sender need not wait. */
final class Spool implements AutoCloseable {

    private static final long MOST = 256L << 20;
    /** What is small is compressed as it may. */
    private static final long ALWAYS_ALLOWED = 1 << 20;
    private static final int MOST_TIMES = 100;
    private static final int BUFFER = 1 << 16;

    /** Larger ones are read while their sender does not wait; a spreadsheet is compressed some ten times. */
    private static final long LARGE = 1 << 20;
    private static final long LARGE_XLSX = LARGE / 4;

    private static final String ZIP = "504b0304";
    private static final String OLE = "d0cf11e0";
    private static final String UTF_16LE = "fffe";
    private static final String UTF_16BE = "feff";

    private final Path file;
    private final MessageDigest digest = sha256();
    private final Form form;
    /** Found once, though the file is read more than once. */
    private final Charset charset;
    private long size;

    /**
     * @param compressed whether the body comes as gzip
     * @throws ProblemException 413 where it is too large, 400 where there is nothing
     */
    Spool(Path folder, InputStream body, boolean compressed) {
        try {
            Files.createDirectories(folder);
            file = Files.createTempFile(folder, "import-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            take(body, compressed);
            form = form();
            charset = form == Form.CSV ? CsvSheet.charset(file) : StandardCharsets.UTF_8;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void take(InputStream body, boolean compressed) {
        Counted sent = new Counted(body);
        try (OutputStream disk = Files.newOutputStream(file)) {
            InputStream content = compressed ? inflated(sent) : sent;
            byte[] buffer = new byte[BUFFER];
            for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
                size += count;
                if (size > MOST || compressed && size > Math.max(ALWAYS_ALLOWED, sent.count * MOST_TIMES)) {
                    throw Problem.of(413, "TOO_LARGE", new Text("文件超过 256 MiB，或压缩比超过 100；请分开发送",
                            "The file is over 256 MiB, or compressed more than a hundred times; send it in parts")).exception();
                }
                digest.update(buffer, 0, count);
                disk.write(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (size == 0) {
            throw Problem.of(400, "EMPTY_BODY", new Text("请求内容为空", "The body is empty")).exception();
        }
    }

    private static InputStream inflated(InputStream sent) {
        try {
            return new GZIPInputStream(sent, BUFFER);
        } catch (IOException e) {
            throw notRead();
        }
    }

    /** What fails here is the sending; what fails in writing is the disk. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw notRead();
        }
    }

    private static ProblemException notRead() {
        return Problem.of(400, "BODY_NOT_READ",
                new Text("请求内容未传完，或不是所称的压缩格式", "The body broke off, or is not compressed as it says")).exception();
    }

    private static final class Counted extends InputStream {

        private final InputStream sent;
        private long count;

        Counted(InputStream sent) {
            this.sent = sent;
        }

        @Override
        public int read() throws IOException {
            int one = sent.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = sent.read(buffer, offset, length);
            count += Math.max(some, 0);
            return some;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of the content and of what was asked for it; taken once. */
    String digest(String asked) {
        digest.update(asked.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean isLarge() {
        return size > (form == Form.XLSX ? LARGE_XLSX : LARGE);
    }

    private enum Form {
        XLSX,
        JSON,
        CSV,
        OTHER
    }

    /** Told by what it begins with, whatever its sender calls it. */
    private Form form() throws IOException {
        byte[] beginning;
        try (InputStream content = Files.newInputStream(file)) {
            beginning = content.readNBytes(BUFFER);
        }
        String hex = HexFormat.of().formatHex(beginning, 0, Math.min(beginning.length, OLE.length() / 2));
        if (hex.startsWith(ZIP)) {
            return Form.XLSX;
        }
        if (hex.equals(OLE) || hex.startsWith(UTF_16LE) || hex.startsWith(UTF_16BE)) {
            return Form.OTHER;
        }
        String first = new String(beginning, StandardCharsets.UTF_8).replaceFirst("^\uFEFF?\\s*", "");
        return first.startsWith("[") || first.startsWith("{") ? Form.JSON : Form.CSV;
    }

    /** @throws ProblemException 415 where it is of no form that is read */
    Sheet open() throws IOException {
        return switch (form) {
            case XLSX -> new XlsxSheet(file);
            case JSON -> new JsonSheet(file);
            case CSV -> new CsvSheet(file, charset);
            case OTHER -> throw unsupported();
        };
    }

    static ProblemException unsupported() {
        return Problem.of(415, "UNSUPPORTED_MEDIA_TYPE",
                new Text("请直接发送 CSV（UTF-8 或 GB18030）、XLSX 或 JSON 文件；.xls 请另存为 .xlsx",
                        "Send a CSV (UTF-8 or GB18030), XLSX or JSON file as the body; save .xls as .xlsx"))
                .exception();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
