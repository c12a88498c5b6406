package dev.baton.mailbox.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mailbox that is read.
 *
 * @param host empty: no mailbox is read
 * @param port null: the usual one
 * @param folder in which mails to the addresses with a token arrive
 * @param tls from the start, after STARTTLS, or not at all
 * @param domain of the addresses with a token; empty: that of {@code baton.mail.from}
 * @param every how long from one look to the next
 */
@ConfigurationProperties("baton.imap")
public record ImapSettings(
    @DefaultValue("") String host,
    @Nullable Integer port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("tls") Tls tls,
    @DefaultValue("") String domain,
    @DefaultValue("30s") Duration every) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final String CONNECTION_LIMIT = "10000";
  private static final String ANSWER_LIMIT = "20000";

  /** How the connection is encrypted. */
  public enum Tls {
    TLS,
    STARTTLS,
    NONE
  }

  public ImapSettings {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("baton.imap.every is at least a second");
    }
  }

  public boolean isOn() {
    return !host.isBlank();
  }

  /** Which folder of whom is read, in a line. */
  public String place() {
    return "%s of %s at %s".formatted(folder, user, host);
  }

  /** A connection that was let in; each of its calls ends within half a minute. */
  public Store connect() throws MessagingException {
    String protocol = tls == Tls.TLS ? "imaps" : "imap";
    String name = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty(name + "connectiontimeout", CONNECTION_LIMIT);
    properties.setProperty(name + "timeout", ANSWER_LIMIT);
    properties.setProperty(name + "writetimeout", ANSWER_LIMIT);
    properties.setProperty(name + "ssl.checkserveridentity", "true");
    properties.setProperty(name + "starttls.enable", String.valueOf(tls == Tls.STARTTLS));
    properties.setProperty(name + "starttls.required", String.valueOf(tls == Tls.STARTTLS));
    Store store = Session.getInstance(properties).getStore(protocol);
    store.connect(host, port == null ? -1 : port, user, password);
    return store;
  }
}
