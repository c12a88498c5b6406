package dev.baton.alert.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mail sender whose connection is there for the next mail, for a few seconds: a greeting,
 * encryption and a login take longer than a mail does. One that failed is never used again, and no
 * two mails are on one at the same time.
 */
final class KeptConnectionSender extends JavaMailSenderImpl {
  private static final Logger LOG = LoggerFactory.getLogger(KeptConnectionSender.class);
  private static final Duration KEPT_FOR = Duration.ofSeconds(5);

  /** Some servers take no more by one. */
  private static final int MOST_MAILS = 50;

  private final AtomicReference<Kept> kept = new AtomicReference<>();

  private KeptConnectionSender() {}

  private record Kept(Transport transport, int mails) {}

  /** One to the same server. */
  static KeptConnectionSender to(JavaMailSenderImpl server) {
    KeptConnectionSender copy = new KeptConnectionSender();
    copy.setHost(server.getHost());
    copy.setPort(server.getPort());
    copy.setUsername(server.getUsername());
    copy.setPassword(server.getPassword());
    copy.setProtocol(server.getProtocol());
    copy.setDefaultEncoding(server.getDefaultEncoding());
    Properties properties = new Properties();
    properties.putAll(server.getJavaMailProperties());
    copy.setJavaMailProperties(properties);
    return copy;
  }

  @Override
  protected Transport connectTransport() throws MessagingException {
    Kept before = kept.getAndSet(null);
    if (before != null && before.transport().isConnected()) {
      return new Lease(before.transport(), before.mails());
    }
    if (before != null) {
      end(before.transport());
    }
    return new Lease(super.connectTransport(), 0);
  }

  private void keep(Kept connection) {
    if (!kept.compareAndSet(null, connection)) {
      end(connection.transport());
      return;
    }
    CompletableFuture.delayedExecutor(KEPT_FOR.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (kept.compareAndSet(connection, null)) {
                end(connection.transport());
              }
            });
  }

  private static void end(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server had hung up already", e);
    }
  }

  /** A connection while one mail is sent. */
  private final class Lease extends Transport {
    private final Transport connection;
    private int mails;
    private boolean failed;

    Lease(Transport connection, int mails) {
      super(getSession(), null);
      this.connection = connection;
      this.mails = mails;
    }

    @Override
    public void sendMessage(Message message, Address[] to) throws MessagingException {
      failed = true;
      connection.sendMessage(message, to);
      failed = false;
      mails++;
    }

    @Override
    public synchronized boolean isConnected() {
      return true;
    }

    @Override
    public synchronized void close() {
      if (failed || mails >= MOST_MAILS) {
        end(connection);
      } else {
        keep(new Kept(connection, mails));
      }
    }
  }
}
