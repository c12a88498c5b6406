package dev.baton.alert.mail;

import dev.baton.alert.setting.ChannelSetting;
import dev.baton.input.FieldReader;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail server as an administrator enters it: its fields, and what it says to a first call. */
final class EnteredMailServer {
  static final String HOST = "host";
  static final String PORT = "port";
  static final String SECURITY = "security";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String FROM = "from";

  private static final String TLS = "tls";
  private static final String STARTTLS = "starttls";
  private static final List<String> SECURITIES = List.of(STARTTLS, TLS, "none");
  private static final Map<String, String> USUAL_PORTS =
      Map.of(STARTTLS, "587", TLS, "465", "none", "25");
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 10_000;

  private EnteredMailServer() {}

  static Map<String, String> read(FieldReader fields) {
    Map<String, String> read = new TreeMap<>();
    put(read, HOST, fields.requiredText(HOST, "which server takes your mail?", 200));
    String security = fields.has(SECURITY) ? fields.optionalOneOf(SECURITY, SECURITIES) : null;
    String encryption = security == null ? STARTTLS : security;
    put(read, SECURITY, encryption);
    put(read, PORT, port(fields, USUAL_PORTS.getOrDefault(encryption, "587")));
    put(read, USERNAME, fields.text(USERNAME, 200));
    put(read, PASSWORD, fields.text(PASSWORD, 500));
    if (read.containsKey(USERNAME) && !read.containsKey(PASSWORD)) {
      fields.missing(PASSWORD, "the password of this user");
    }
    if (!read.containsKey(USERNAME)) {
      read.remove(PASSWORD);
    }
    String from = fields.requiredText(FROM, "an address, or a name and an address", 200);
    put(read, FROM, from);
    if (from != null && !isAddress(from)) {
      fields.missing(FROM, "an address such as Sales <sales@example.com>");
    }
    return read;
  }

  private static void put(Map<String, String> read, String field, @Nullable String value) {
    if (value != null) {
      read.put(field, value);
    }
  }

  /** A form sends it as a number, and what was stored is a text. */
  private static @Nullable String port(FieldReader fields, String usual) {
    Object given = fields.raw(PORT);
    if (given == null || given.toString().isBlank()) {
      return usual;
    }
    String text = given.toString().strip();
    if (!text.matches("\\d{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      fields.wrong(PORT, "a whole number from 1 to 65535");
      return null;
    }
    return text;
  }

  private static boolean isAddress(String from) {
    try {
      InternetAddress[] all = InternetAddress.parse(from, true);
      return all.length == 1 && all[0].getAddress().matches("[^@\\s]+@[^@\\s]+");
    } catch (AddressException e) {
      return false;
    }
  }

  /** Whether anything can be sent with it; a password that can't be read is missing. */
  static boolean isWhole(ChannelSetting setting) {
    return setting.get(HOST).isPresent()
        && setting.get(FROM).isPresent()
        && setting.get(USERNAME).isPresent() == setting.get(PASSWORD).isPresent();
  }

  static JavaMailSenderImpl sender(ChannelSetting setting) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    String security = setting.text(SECURITY);
    String protocol = security.equals(TLS) ? "smtps" : "smtp";
    sender.setHost(setting.text(HOST));
    sender.setPort(Integer.parseInt(setting.text(PORT)));
    sender.setProtocol(protocol);
    sender.setUsername(setting.get(USERNAME).orElse(null));
    sender.setPassword(setting.get(PASSWORD).orElse(null));
    Properties more = sender.getJavaMailProperties();
    String begins = "mail." + protocol + ".";
    more.setProperty(begins + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
    more.setProperty(begins + "timeout", String.valueOf(ANSWER_MILLIS));
    more.setProperty(begins + "writetimeout", String.valueOf(ANSWER_MILLIS));
    more.setProperty(begins + "ssl.checkserveridentity", "true");
    more.setProperty(begins + "starttls.enable", String.valueOf(security.equals(STARTTLS)));
    more.setProperty(begins + "starttls.required", String.valueOf(security.equals(STARTTLS)));
    more.setProperty(begins + "auth", String.valueOf(setting.get(USERNAME).isPresent()));
    return sender;
  }

  /** Connects and logs in; nothing is sent. */
  static void check(ChannelSetting setting, FieldReader fields) {
    try {
      sender(setting).testConnection();
    } catch (AuthenticationFailedException e) {
      fields.wrong(PASSWORD, "the server refuses this user with this password");
    } catch (MessagingException e) {
      tell(setting, e, fields);
    }
  }

  private static void tell(ChannelSetting setting, MessagingException refused, FieldReader fields) {
    String host = setting.text(HOST);
    if (isCausedBy(refused, UnknownHostException.class)) {
      fields.wrong(HOST, "there is no server called %s".formatted(host));
    } else if (isCausedBy(refused, SSLException.class) || isAbout(refused, "STARTTLS")) {
      fields.wrong(
          SECURITY,
          "%s doesn't speak TLS like this on port %s, or its certificate isn't trusted"
              .formatted(host, setting.text(PORT)));
    } else {
      fields.wrong(PORT, "%s doesn't take mail on port %s".formatted(host, setting.text(PORT)));
    }
  }

  private static boolean isAbout(MessagingException refused, String word) {
    return String.valueOf(refused.getMessage()).contains(word);
  }

  private static boolean isCausedBy(Throwable refused, Class<? extends Throwable> type) {
    return Stream.<Throwable>iterate(
            refused,
            java.util.Objects::nonNull,
            e ->
                e instanceof MessagingException next && next.getNextException() != null
                    ? next.getNextException()
                    : e.getCause())
        .anyMatch(type::isInstance);
  }
}
