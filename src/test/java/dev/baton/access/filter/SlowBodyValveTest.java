package dev.baton.access.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Whoever sends a body byte by byte keeps no thread, read or not. */
class SlowBodyValveTest {
  private static final String LENGTH = "Content-Length: 100000\r\n\r\n";
  private static final String CHUNKS = "Transfer-Encoding: chunked\r\n\r\n";
  private WebServer server;

  @BeforeEach
  void start() {
    TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
    tomcat.addEngineValves(new SlowBodyValve(Duration.ofSeconds(1), 1000, Duration.ofMillis(500)));
    server =
        tomcat.getWebServer(
            context -> context.addServlet("all", new Answering()).addMapping("/read", "/refuse"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {LENGTH, CHUNKS})
  void a_body_that_nobody_reads_is_not_waited_for(String form) throws Exception {
    try (Socket slow = connect("/refuse", form)) {
      Duration took = drips(slow, form);

      assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LENGTH, CHUNKS})
  void a_body_that_is_read_has_a_least_rate(String form) throws Exception {
    try (Socket slow = connect("/read", form)) {
      Duration took = drips(slow, form);

      assertThat(took).isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/read", "/refuse"})
  void a_body_that_comes_at_once_keeps_its_connection(String path) throws Exception {
    String body = "x".repeat(300_000);
    String status = path.equals("/read") ? "HTTP/1.1 200" : "HTTP/1.1 401";
    try (Socket socket = connect(path, "Content-Length: 300000\r\n\r\n" + body)) {
      assertThat(answer(socket)).startsWith(status);
      ask(socket, path, "Content-Length: 2\r\n\r\nok");

      assertThat(answer(socket)).startsWith(status);
    }
  }

  @Test
  void a_body_above_its_rate_may_take_longer_than_the_grace() throws Exception {
    try (Socket socket = connect("/read", "Content-Length: 30000\r\n\r\n")) {
      for (int i = 0; i < 15; i++) {
        socket.getOutputStream().write(new byte[2000]);
        Thread.sleep(100);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("30000");
    }
  }

  private Socket connect(String path, String rest) throws IOException {
    Socket socket = new Socket("localhost", server.getPort());
    socket.setSoTimeout(8000);
    ask(socket, path, rest);
    return socket;
  }

  private static void ask(Socket socket, String path, String rest) throws IOException {
    String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** How long the other side takes a byte now and then, five seconds at most. */
  private static Duration drips(Socket socket, String form) throws Exception {
    byte[] drip = (form.equals(CHUNKS) ? "1\r\nx\r\n" : "x").getBytes(StandardCharsets.US_ASCII);
    long start = System.nanoTime();
    try {
      for (int i = 0; i < 50; i++) {
        socket.getOutputStream().write(drip);
        Thread.sleep(100);
      }
    } catch (SocketException closed) {
      return Duration.ofNanos(System.nanoTime() - start);
    }
    return Duration.ofSeconds(5);
  }

  private static String answer(Socket socket) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    do {
      int next = in.read();
      if (next < 0) {
        break;
      }
      read.write(next);
    } while (in.available() > 0 || !read.toString(StandardCharsets.US_ASCII).contains("\r\n\r\n"));
    return read.toString(StandardCharsets.US_ASCII);
  }

  /** Reads what is sent to it, or refuses before that. */
  private static final class Answering extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getServletPath().equals("/refuse")) {
        response.setStatus(401);
        response.setContentLength(0);
        return;
      }
      String length = String.valueOf(request.getInputStream().readAllBytes().length);
      response.setContentLength(length.length());
      response.getOutputStream().print(length);
    }
  }
}
