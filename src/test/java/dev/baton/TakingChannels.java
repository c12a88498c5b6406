package dev.baton;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Slack and a mail server that take whatever comes, and count it. */
public final class TakingChannels implements AutoCloseable {
  private static final String MEMBER =
      """
      {"ok": true, "user": {"id": "U1"}, "channel": "D1", "ts": "1.%d"}""";

  static {
    // the JDK's server waits 40 ms between the head of an answer and its body otherwise
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger posted = new AtomicInteger();
  private final GreenMail mail = LoopbackMail.server();
  private final HttpServer slack;

  public TakingChannels() throws IOException {
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    slack.createContext("/", this::take);
    slack.setExecutor(threads);
    slack.start();
    mail.start();
  }

  private void take(HttpExchange call) throws IOException {
    call.getRequestBody().readAllBytes();
    int number =
        call.getRequestURI().getPath().endsWith("chat.postMessage")
            ? posted.incrementAndGet()
            : posted.get();
    byte[] answer = MEMBER.formatted(number).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  /** What the application needs to be told of them. */
  public String[] settings() {
    return new String[] {
      "--spring.mail.host=127.0.0.1",
      "--spring.mail.port=" + mail.getSmtp().getPort(),
      "--baton.mail.from=baton@baton.example",
      "--baton.slack.token=xoxb-test",
      "--baton.slack.api-url=http://127.0.0.1:%d/".formatted(slack.getAddress().getPort())
    };
  }

  /** Messages over Slack so far. */
  int slack() {
    return posted.get();
  }

  int mails() {
    return mail.getReceivedMessages().length;
  }

  @Override
  public void close() {
    slack.stop(0);
    threads.shutdownNow();
    mail.stop();
  }
}
