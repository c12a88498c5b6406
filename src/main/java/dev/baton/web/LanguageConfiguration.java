package dev.baton.web;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Configuration of the languages of pages. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

  @Bean
  MessageSource messageSource() {
    return PageTexts.SOURCE;
  }

  @Bean
  LocaleResolver localeResolver() {
    return new PageLanguage();
  }
}
