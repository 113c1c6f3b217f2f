package org.truce.app.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server for one letter, which keeps what it hears. */
public final class MailServer implements AutoCloseable {
    private final ServerSocket listens;
    private final Optional<SSLContext> tls;
    private final String offer;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heardInClear = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    /**
     * @param tls offered where it is there
     * @param offer one extension; REFUSES: it takes mail for nobody; TURNS-DOWN, HANGS-UP,
     *     FALLS-SILENT: what it does when it has the whole letter; ENDLESS-LINES, ENDLESS-LINE,
     *     TRICKLES: how it greets
     */
    public MailServer(Optional<SSLContext> tls, String offer) throws IOException {
        this.tls = tls;
        this.offer = offer;
        listens = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread = Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return listens.getLocalPort();
    }

    /** All lines, in clear and not, once the client is gone. */
    public List<String> heard() throws InterruptedException {
        thread.join(10_000);
        return List.copyOf(heard);
    }

    List<String> heardInClear() throws InterruptedException {
        thread.join(10_000);
        return List.copyOf(heardInClear);
    }

    private void serve() {
        try (Socket client = listens.accept()) {
            client.setSoTimeout(10_000);
            greet(client);
            talk(client, false);
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    private void greet(Socket client) throws IOException {
        while (offer.equals("ENDLESS-LINES")) {
            say(client, "220-" + "x".repeat(500));
        }
        while (offer.equals("ENDLESS-LINE")) {
            client.getOutputStream().write("x".repeat(60_000).getBytes(StandardCharsets.UTF_8));
        }
        while (offer.equals("TRICKLES")) {
            client.getOutputStream().write('2');
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                return;
            }
        }
        say(client, "220 ready");
    }

    private void talk(Socket client, boolean secret) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (!secret) {
                heardInClear.add(line);
            }
            if (data) {
                data = !line.equals(".");
                if (!data && offer.equals("HANGS-UP")) {
                    return;
                }
                if (!data && !offer.equals("FALLS-SILENT")) {
                    say(client, offer.equals("TURNS-DOWN") ? "554 not this one" : "250 taken");
                }
            } else if (line.startsWith("EHLO")) {
                say(client, "250-here");
                if (tls.isPresent() && !secret) {
                    say(client, "250-STARTTLS");
                }
                say(client, "250 " + offer);
            } else if (line.equals("STARTTLS")) {
                say(client, "220 go on");
                talk(secret(client), true);
                return;
            } else if (line.startsWith("AUTH")) {
                say(client, "235 known");
            } else if (line.startsWith("RCPT") && offer.equals("REFUSES")) {
                say(client, "550 nobody of that name");
            } else if (line.equals("DATA")) {
                data = true;
                say(client, "354 go on");
            } else if (line.equals("QUIT")) {
                return;
            } else {
                say(client, "250-well\r\n250 done");
            }
        }
    }

    private SSLSocket secret(Socket client) throws IOException {
        SSLSocket socket = (SSLSocket) tls.orElseThrow()
                .getSocketFactory()
                .createSocket(client, "localhost", client.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listens.close();
    }
}
