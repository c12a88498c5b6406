package dev.baton.web.change;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The libraries that draw processes and edit tables, below {@code /assets}: they come with the
 * application and from nowhere else.
 */
@Configuration(proxyBeanMethods = false)
class ModelLibraries implements WebMvcConfigurer {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    add(
        registry,
        "bpmn-js/8.0.0",
        "{file:bpmn-navigated-viewer\\.production\\.min\\.js}",
        "{folder:assets}/{file:diagram-js\\.css}");
    add(
        registry,
        "dmn-js/10.0.0",
        "{file:dmn-modeler\\.production\\.min\\.js}",
        "{folder:assets}/{file:[a-z-]+\\.css}",
        "{folder:assets}/{font:dmn-font}/{kind:css|font}/{file:dmn\\.(?:css|woff2?)}");
  }

  private static void add(ResourceHandlerRegistry registry, String library, String... files) {
    for (String file : files) {
      registry
          .addResourceHandler("/assets/%s/%s".formatted(library, file))
          .addResourceLocations("classpath:/META-INF/resources/webjars/%s/dist/".formatted(library))
          .setCacheControl(FOR_EVER);
    }
  }
}
