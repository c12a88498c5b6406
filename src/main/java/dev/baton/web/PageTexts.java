package dev.baton.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.Sentences;
import dev.baton.people.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.StringUtils;

/** Texts of pages in one language, by their keys in the bundles below {@code messages}. */
public record PageTexts(Language language) {
  /** One for each part of the pages, and with {@code _de} its German. */
  public static final List<String> BUNDLES =
      List.of(
          "shared",
          "entrance",
          "visitor",
          "preferences",
          "rep",
          "leads",
          "figures",
          "meetings",
          "accounts",
          "nurture",
          "oversight",
          "definition",
          "settings",
          "staff",
          "connect",
          "change");

  public static final PageTexts ENGLISH = new PageTexts(Language.EN);

  static final ResourceBundleMessageSource SOURCE = source();

  private static final Map<Language, String> SCRIPTS = new ConcurrentHashMap<>();
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** The texts of a language that pages have, else English ones. */
  public static PageTexts of(Locale locale) {
    return new PageTexts(Language.of(locale.getLanguage()).orElse(Language.EN));
  }

  /** Of the page that this thread makes; English where it makes none. */
  public static PageTexts ofRequest() {
    LocaleContext request = LocaleContextHolder.getLocaleContext();
    Locale locale = request == null ? null : request.getLocale();
    return locale == null ? ENGLISH : of(locale);
  }

  /** A text with what it names as {@code {0}}, {@code {1}} and so on. */
  public String say(String key, @Nullable Object... named) {
    return SOURCE.getMessage(key, named, language.locale());
  }

  /** A sentence that the code says in English, such as a refusal, in this language. */
  public String translated(String english) {
    return Sentences.in(language.locale(), english);
  }

  /** An English sentence of the code with places as in {@link String#format}, in this language. */
  public String format(String english, @Nullable Object... named) {
    return String.format(language.locale(), translated(english), named);
  }

  /** A sentence within another one: with a small letter where nouns have no capital. */
  public String inSentence(String text) {
    return language == Language.EN ? StringUtils.uncapitalize(text) : text;
  }

  /** What scripts say in this language, by its English, as JSON. */
  public String ofScripts() {
    return SCRIPTS.computeIfAbsent(language, PageTexts::scripts);
  }

  private static String scripts(Language language) {
    ResourceBundle english = scripts(Locale.ENGLISH);
    ResourceBundle translated = scripts(language.locale());
    ObjectNode texts = JsonNodeFactory.instance.objectNode();
    english.keySet().stream()
        .sorted()
        .forEach(key -> texts.put(english.getString(key), translated.getString(key)));
    return texts.toString();
  }

  private static ResourceBundle scripts(Locale locale) {
    return ResourceBundle.getBundle("messages/scripts", locale, NO_FALLBACK);
  }

  private static ResourceBundleMessageSource source() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(BUNDLES.stream().map(name -> "messages/" + name).toArray(String[]::new));
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // what the machine speaks is nobody's choice
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
