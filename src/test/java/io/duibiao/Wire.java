package io.duibiao;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between the service and its database that can be cut and mended. */
final class Wire implements Closeable {

    private final ServerSocket near;
    private final int far;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    Wire(int far) throws IOException {
        this.far = far;
        near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Not mended, what goes through it ends at once; mended, what comes next goes through again. */
    void cut(boolean mended) {
        whole = mended;
        if (!mended) {
            open.forEach(Wire::end);
            open.clear();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket here = near.accept();
            if (whole) {
                Socket there = new Socket(InetAddress.getLoopbackAddress(), far);
                open.add(here);
                open.add(there);
                thread(() -> carry(here, there));
                thread(() -> carry(there, here));
            } else {
                end(here);
            }
        }
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from; to; InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // This is what it is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended.
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut(false);
    }
}
