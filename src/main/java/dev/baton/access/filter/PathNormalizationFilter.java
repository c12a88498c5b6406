package dev.baton.access.filter;

import dev.baton.input.BodyText;
import dev.baton.input.TextPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that refuses paths that could be read in two ways, before anybody decides by them, what is
 * no text in a path or a query, and bodies that are of any kind.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathNormalizationFilter extends OncePerRequestFilter {
  private static final Pattern ODD =
      Pattern.compile(
          "//|;|\\\\|(^|/)\\.\\.?(/|$)|\\p{Cntrl}|%("
              // what separates, and control characters
              + "2[5ef]|3b|5c|7f|[01][0-9a-f]"
              // what needs no escape, so that /%61pi and /api can't be two things
              + "|2d|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f)",
          Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    if (ODD.matcher(path).find() || !isText(path) || (query != null && !isText(query))) {
      response.sendError(400, "The address is not valid");
      return;
    }
    String kind = request.getContentType();
    if (kind != null && kind.split(";", 2)[0].contains("*")) {
      response.sendError(415, "Content-Type names one kind of content, such as application/json");
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether what is escaped is text in UTF-8: other bytes would be read as something else. */
  private static boolean isText(String escaped) {
    try {
      byte[] bytes =
          URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      String text = BodyText.decode(bytes, StandardCharsets.UTF_8);
      return TextPolicy.objection(text, Integer.MAX_VALUE).isEmpty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return false;
    }
  }
}
