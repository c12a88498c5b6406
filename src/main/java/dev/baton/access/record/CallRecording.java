package dev.baton.access.record;

import dev.baton.privacy.AuditTrail;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Puts the recorder behind the login, so that it knows who calls; failed logins are told it too.
 */
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

  /** A login that a provider's word didn't open is a failed one, as a wrong password is. */
  @Bean
  AuthenticationEventPublisher loginEvents(ApplicationEventPublisher events) {
    DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
    publisher.setAdditionalExceptionMappings(
        Map.of(
            OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
    return publisher;
  }
}
