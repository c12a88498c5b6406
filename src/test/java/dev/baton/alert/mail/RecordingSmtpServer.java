package dev.baton.alert.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes everything and keeps what it was told, byte for byte as UTF-8. */
final class RecordingSmtpServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> extensions;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile boolean curt;

  RecordingSmtpServer(String... extensions) throws IOException {
    this.extensions = List.of(extensions);
    this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread listening = new Thread(this::listen, "recording-smtp");
    listening.setDaemon(true);
    listening.start();
  }

  /** From now on it hangs up after each mail, without a word. */
  void hangUpAfterMails() {
    curt = true;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The commands and lines that begin so. */
  List<String> told(String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).toList();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException e) {
        // hung up
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = caller.getOutputStream();
    say(out, "220 ready");
    boolean letter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      if (letter) {
        letter = !line.equals(".");
        if (!letter) {
          say(out, "250 taken");
          if (curt) {
            return;
          }
        }
      } else if (line.startsWith("EHLO")) {
        say(out, "250-here");
        for (String extension : extensions) {
          say(out, "250-" + extension);
        }
        say(out, "250 8BITMIME");
      } else if (line.equals("DATA")) {
        letter = true;
        say(out, "354 go on");
      } else if (line.equals("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
