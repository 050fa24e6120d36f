package io.duibiao.briefing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;

/** An office file whose every date is the instant it tells of, so that the same question has the same bytes. */
final class Archive {

    private Archive() {
    }

    static byte[] of(POIXMLDocument document, Pack pack) throws IOException {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(pack.title());
        core.setCreator("Duibiao");
        core.setCreated(Optional.of(Date.from(pack.asOf())));
        core.setModified(Optional.of(Date.from(pack.asOf())));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.write(written);
        return dated(written.toByteArray(), pack.asOf());
    }

    private static byte[] dated(byte[] file, Instant at) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        ByteArrayOutputStream dated = new ByteArrayOutputStream(file.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(dated)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry again = new ZipEntry(entry.getName());
                again.setTimeLocal(time);
                to.putNextEntry(again);
                from.transferTo(to);
            }
        }
        return dated.toByteArray();
    }
}
