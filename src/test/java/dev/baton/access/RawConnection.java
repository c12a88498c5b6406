package dev.baton.access;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection that sends a request byte for byte, because a client would tidy up the path, and
 * stays open as long as the other side likes.
 */
class RawConnection implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;

  RawConnection(int port) {
    this.port = port;
  }

  /** What came back; the names of the headers in lower case. */
  record Answer(int status, Map<String, String> headers, Map<String, String> cookies, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Asks for a target as it stands, each header a whole line. */
  Answer ask(String method, String target, String... headers) {
    return send(method, target, "", headers);
  }

  /** Sends a body in ASCII. */
  Answer send(String method, String target, String body, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String request =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(method, target, body.length(), lines, body);
    try {
      boolean fresh = connect();
      try {
        return exchange(method, request);
      } catch (IOException closed) {
        if (fresh) {
          throw closed;
        }
        // the other side had enough of a connection that lay open
        close();
        connect();
        return exchange(method, request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target, e);
    }
  }

  private boolean connect() throws IOException {
    if (socket != null) {
      return false;
    }
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
    return true;
  }

  private Answer exchange(String method, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      headers.put(name, value);
      if (name.equals("set-cookie")) {
        int equals = value.indexOf('=');
        cookies.put(value.substring(0, equals), value.substring(equals + 1).split(";")[0]);
      }
    }
    boolean closes = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    Answer answer = new Answer(status, headers, cookies, body(method, status, headers, closes));
    if (closes) {
      close();
    }
    return answer;
  }

  private String body(String method, int status, Map<String, String> headers, boolean closes)
      throws IOException {
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return "";
    }
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = headers.get("content-length");
    if (length == null && !closes) {
      throw new IOException("An answer without an end: " + headers);
    }
    return text(length == null ? in.readAllBytes() : bytes(Integer.parseInt(length)));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(text(bytes(size)));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      socket = null;
    }
  }
}
