package dev.baton.rehearsal.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.BatonSettings;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.sql.RetriedTransaction;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The rooms from the signal to the outcome and what they need around them, where nobody but us
 * makes it. Not a {@code @Configuration}, which the application would find and run.
 */
@EnableTransactionManagement(proxyTargetClass = true)
@ConfigurationPropertiesScan("dev.baton")
@Import(RetriedTransaction.class)
@ComponentScan(
    basePackages = {
      "dev.baton.engine",
      "dev.baton.people",
      "dev.baton.lead",
      "dev.baton.signal",
      "dev.baton.score",
      "dev.baton.stage",
      "dev.baton.routing",
      "dev.baton.sla",
      "dev.baton.handoff",
      "dev.baton.rejection",
      "dev.baton.nurture",
      "dev.baton.alert",
      "dev.baton.privacy"
    },
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = RoomBeans.ComponentsOnly.class))
public class RoomBeans {

  /** Controllers, workers and channels stay outside, and what is done for the first request. */
  public static class ComponentsOnly implements TypeFilter {
    private static final List<String> CHANNELS =
        List.of(
            "dev.baton.alert.message.Messenger",
            "dev.baton.alert.delivery.DeliveryRoute",
            "dev.baton.alert.setting.EnterableChannel");
    private static final String ENTERED = "dev.baton.alert.setting.";

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) {
      String name = type.getClassMetadata().getClassName();
      return !name.endsWith("WarmUp")
          && !name.startsWith(ENTERED)
          && type.getAnnotationMetadata().getAnnotationTypes().contains(Component.class.getName())
          && CHANNELS.stream()
              .noneMatch(Arrays.asList(type.getClassMetadata().getInterfaceNames())::contains);
    }
  }

  @Bean
  JdbcTemplate template(DataSource database) {
    return new JdbcTemplate(database);
  }

  @Bean
  JdbcClient db(DataSource database) {
    return JdbcClient.create(database);
  }

  @Bean
  PlatformTransactionManager transactions(DataSource database) {
    return new JdbcTransactionManager(database);
  }

  @Bean
  ObjectMapper json() {
    return JsonMapper.builder().findAndAddModules().build();
  }

  @Bean
  ITemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    SpringTemplateEngine templates = new SpringTemplateEngine();
    templates.setTemplateResolver(resolver);
    return templates;
  }

  @Bean
  StandingClock clock() {
    return new StandingClock();
  }

  @Bean
  ZoneId zone(BatonSettings settings) {
    return settings.zone();
  }
}
