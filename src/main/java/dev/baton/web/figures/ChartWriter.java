package dev.baton.web.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writer of charts for pages, as JSON. */
@Component
class ChartWriter {
  private final ObjectMapper json;

  ChartWriter(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A chart as its canvas carries it.
   *
   * @param data for the script that draws
   */
  record Drawing(String kind, String data) {}

  Drawing of(Chart chart) {
    try {
      return new Drawing(chart.kind(), json.writeValueAsString(chart));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A chart can be written", e);
    }
  }

  /** The library that draws comes with the application and from nowhere else. */
  @Configuration(proxyBeanMethods = false)
  static class Library implements WebMvcConfigurer {
    private static final String FROM = "classpath:/META-INF/resources/webjars/chart.js/4.5.1/dist/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler("/assets/chart.js/4.5.1/{file:chart\\.umd\\.min\\.js}")
          .addResourceLocations(FROM)
          .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
  }
}
