package dev.baton.web;

import dev.baton.input.Translated;
import dev.baton.people.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Language of a page that is {@link Translated}: what the person has chosen, else the first that
 * the browser asks for and pages have, else English. Anything else is English.
 */
final class PageLanguage implements LocaleResolver {
  private static final String CHOSEN = PageLanguage.class.getName() + ".chosen";
  private static final String TRANSLATED = PageLanguage.class.getName() + ".translated";

  /** What the reader of this page has chosen. */
  static void chosen(Optional<Language> language, HttpServletRequest request) {
    request.setAttribute(CHOSEN, language.orElse(null));
  }

  /**
   * Remembers what somebody has chosen who is logged in, for pages that don't know their reader.
   */
  static void remember(Optional<Language> language, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(CHOSEN, language.orElse(null));
    }
  }

  /** What is shown instead of the page that was asked for has each language, whatever that has. */
  static void translated(HttpServletRequest request) {
    request.setAttribute(TRANSLATED, true);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return isTranslated(request) ? language(request).locale() : Locale.ENGLISH;
  }

  private static boolean isTranslated(HttpServletRequest request) {
    return request.getAttribute(TRANSLATED) != null
        || (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                instanceof HandlerMethod page
            && AnnotatedElementUtils.hasAnnotation(page.getBeanType(), Translated.class));
  }

  private static Language language(HttpServletRequest request) {
    return remembered(request).or(() -> asked(request)).orElse(Language.EN);
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    return language(request.getAttribute(CHOSEN))
        .or(
            () ->
                Optional.ofNullable(request.getSession(false))
                    .flatMap(session -> language(session.getAttribute(CHOSEN))));
  }

  private static Optional<Language> language(@Nullable Object chosen) {
    return chosen instanceof Language language ? Optional.of(language) : Optional.empty();
  }

  /**
   * Somebody who asks for nothing gets the machine's language from the servlet, which is no one's.
   */
  private static Optional<Language> asked(HttpServletRequest request) {
    if (!StringUtils.hasText(request.getHeader("Accept-Language"))) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> Language.of(locale.getLanguage()).stream())
        .findFirst();
  }

  /** It is chosen among the notification settings, not by a request. */
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("People choose their language at /preferences");
  }
}
