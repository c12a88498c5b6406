package dev.baton.agent.draft;

import dev.baton.agent.http.LimitedHttp;
import dev.baton.agent.rule.AgentSettings;
import dev.baton.alert.message.SafeText;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sources on the web that account research asks, by the settings {@code baton.agents.sources.*}.
 * One that fails is left out: a note without it is better than none.
 */
@Component
class WebSources {
  private static final Logger LOG = LoggerFactory.getLogger(WebSources.class);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int LONGEST = 600;
  private static final String DOMAIN = "[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?";

  private final AgentSettings settings;
  private final LimitedHttp http;

  WebSources(AgentSettings settings) {
    this.settings = settings;
    this.http = new LimitedHttp(settings.sourceTimeout(), MOST_BYTES);
  }

  List<SourceText> about(String domain) {
    List<SourceText> found = new ArrayList<>();
    if (domain.matches(DOMAIN)) {
      settings.sources().entrySet().stream()
          .flatMap(source -> ask(source, domain).stream())
          .forEach(found::add);
    }
    return found;
  }

  private Optional<SourceText> ask(Map.Entry<String, String> source, String domain) {
    String address = source.getValue().replace(AgentSettings.DOMAIN, domain);
    try {
      LimitedHttp.Reply reply = http.get(URI.create(address));
      String text = reply.isGood() ? readable(reply.body()) : "";
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new SourceText(source.getKey(), address, text));
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("Source {} said nothing: {}", source.getKey(), e.getMessage());
      return Optional.empty();
    }
  }

  /** The words of a page, without what a browser would run or draw. */
  private static String readable(String body) {
    String words =
        body.replaceAll("(?is)<(script|style|head)\\b.*?(</\\1>|$)", " ")
            .replaceAll("(?s)<[^>]*>?", " ")
            .replaceAll("[{}\\[\\]\"]", " ");
    return SafeText.line(words, LONGEST);
  }
}
