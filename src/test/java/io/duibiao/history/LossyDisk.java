package io.duibiao.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that forgets as a disk does when the power is cut: what was not forced is there, in part, or not at all.
 * Its addresses begin with {@code lossy:}.
 */
public class LossyDisk extends FilePathWrapper {

    private static final String SCHEME = "lossy";

    /** By name, because H2 makes paths and channels as it likes. */
    private static final Map<String, Sectors> FILES = new HashMap<>();
    private static boolean powered;

    /** What a file holds for certain, and what it was told since. */
    private static final class Sectors {

        private byte[] certain = new byte[0];
        private final List<Change> since = new ArrayList<>();
    }

    /** Bytes written at a place; none where the file was cut off there. */
    private record Change(long at, byte[] bytes, boolean truncation) {

        byte[] on(byte[] content) {
            if (truncation) {
                return Arrays.copyOf(content, (int) Math.min(at, content.length));
            }
            byte[] next = Arrays.copyOf(content, (int) Math.max(content.length, at + bytes.length));
            System.arraycopy(bytes, 0, next, (int) at, bytes.length);
            return next;
        }
    }

    static void powerOn() {
        synchronized (FILES) {
            FILES.clear();
            powered = true;
        }
    }

    /** From now on nothing is written any more. */
    static void powerOff() {
        synchronized (FILES) {
            powered = false;
        }
    }

    /** What is found afterwards: of every file what was forced, and of the rest what chance has left. */
    static void leave(Path folder, Random chance) throws IOException {
        synchronized (FILES) {
            int luck = chance.nextInt(4);
            for (Map.Entry<String, Sectors> file : FILES.entrySet()) {
                byte[] content = file.getValue().certain;
                for (Change change : file.getValue().since) {
                    if (chance.nextInt(3) < luck) {
                        content = change.on(content);
                    }
                }
                Files.write(folder.resolve(Path.of(file.getKey()).getFileName()), content);
            }
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode), getBase().toString());
    }

    @Override
    public void delete() {
        synchronized (FILES) {
            FILES.remove(getBase().toString());
        }
        super.delete();
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel real;
        private final Sectors sectors;

        Channel(FileChannel real, String name) {
            this.real = real;
            synchronized (FILES) {
                this.sectors = FILES.computeIfAbsent(name, file -> new Sectors());
            }
        }

        private void change(Change change) throws IOException {
            if (!powered) {
                throw new IOException("no power");
            }
            sectors.since.add(change);
        }

        @Override
        public int write(ByteBuffer source, long at) throws IOException {
            synchronized (FILES) {
                byte[] bytes = new byte[source.remaining()];
                source.duplicate().get(bytes);
                change(new Change(at, bytes, false));
                return real.write(source, at);
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (FILES) {
                change(new Change(size, new byte[0], true));
                real.truncate(size);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synchronized (FILES) {
                if (!powered) {
                    throw new IOException("no power");
                }
                for (Change change : sectors.since) {
                    sectors.certain = change.on(sectors.certain);
                }
                sectors.since.clear();
            }
        }

        @Override
        public int read(ByteBuffer target, long at) throws IOException {
            return real.read(target, at);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
