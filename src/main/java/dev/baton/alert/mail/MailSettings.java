package dev.baton.alert.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who mails are from.
 *
 * @param from an address, with or without a name
 */
@ConfigurationProperties("baton.mail")
public record MailSettings(@DefaultValue("baton@localhost") String from) {

  /** The address without a name. */
  public String address() {
    return from.replaceAll(".*<", "").replaceAll(">.*", "").strip();
  }

  String domain() {
    return from.replaceAll(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
  }
}
