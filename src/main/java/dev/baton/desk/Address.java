package dev.baton.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.StringJoiner;

/** Writes the address of a page with those parameters that say something. */
final class Address {
  private final String path;
  private final StringJoiner query = new StringJoiner("&");

  private Address(String path) {
    this.path = path;
  }

  static Address of(String path) {
    return new Address(path);
  }

  Address with(String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
    }
    return this;
  }

  Address with(TimeSpan span) {
    return span.preset().equals("own") ? dates(span) : with("range", span.preset());
  }

  /** For the API, which knows dates only. */
  Address dates(TimeSpan span) {
    return with("from", span.from()).with("to", span.to());
  }

  String written() {
    return query.length() == 0 ? path : path + "?" + query;
  }
}
