package dev.baton.access.record;

import dev.baton.privacy.AuditTrail;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the recorder behind the login, so that it knows who calls. */
@Configuration(proxyBeanMethods = false)
class CallRecording {
  private static final int BEHIND_THE_LOGIN = 50;

  @Bean
  FilterRegistrationBean<CallRecorder> recordedCalls(AuditTrail audit) {
    FilterRegistrationBean<CallRecorder> filter =
        new FilterRegistrationBean<>(new CallRecorder(audit));
    filter.setOrder(BEHIND_THE_LOGIN);
    return filter;
  }
}
