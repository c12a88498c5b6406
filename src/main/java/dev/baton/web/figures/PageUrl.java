package dev.baton.web.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** URL builder for pages, with those parameters that say something. */
final class PageUrl {
  private final String path;
  private final StringJoiner query = new StringJoiner("&");

  private PageUrl(String path) {
    this.path = path;
  }

  static PageUrl of(String path) {
    return new PageUrl(path);
  }

  PageUrl with(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
    }
    return this;
  }

  PageUrl with(DateRange span) {
    return span.preset().equals("own") ? dates(span) : with("range", span.preset());
  }

  /** For the API, which knows dates only. */
  PageUrl dates(DateRange span) {
    return with("from", span.from()).with("to", span.to());
  }

  String written() {
    return query.length() == 0 ? path : path + "?" + query;
  }
}
