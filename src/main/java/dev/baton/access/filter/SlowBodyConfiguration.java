package dev.baton.access.filter;

import java.time.Duration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time limits of bodies, for every address and before anybody is asked who they are. */
@Configuration
class SlowBodyConfiguration {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int LEAST_RATE = 8 * 1024;
  private static final Duration REST = Duration.ofSeconds(2);

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies() {
    return tomcat -> tomcat.addEngineValves(new SlowBodyValve(GRACE, LEAST_RATE, REST));
  }
}
