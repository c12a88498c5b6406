package dev.baton;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Mail servers of tests: real SMTP on a free port of this machine. */
public final class LoopbackMail {
  private static final String LOOPBACK = "127.0.0.1";

  private LoopbackMail() {}

  /** One that takes everything, and isn't started yet. */
  public static GreenMail server() {
    return new GreenMail(on(ServerSetup.PROTOCOL_SMTP));
  }

  /** The same with mailboxes that can be read. */
  public static GreenMail serverWithImap() {
    return new GreenMail(
        new ServerSetup[] {on(ServerSetup.PROTOCOL_SMTP), on(ServerSetup.PROTOCOL_IMAP)});
  }

  private static ServerSetup on(String protocol) {
    return new ServerSetup(0, LOOPBACK, protocol);
  }

  /** Starts it and has the application send to it. */
  public static void serve(GreenMail server, DynamicPropertyRegistry properties) {
    server.start();
    properties.add("spring.mail.host", () -> LOOPBACK);
    properties.add("spring.mail.port", () -> server.getSmtp().getPort());
  }
}
