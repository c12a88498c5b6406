package dev.baton.access.record;

import dev.baton.privacy.AuditTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter that keeps in the audit what people change over the engine's interfaces and ours. */
final class CallRecorder extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
  private static final int REFUSED = 400;

  private final AuditTrail audit;

  CallRecorder(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    Principal by = request.getUserPrincipal();
    if (by != null && response.getStatus() < REFUSED) {
      RecordedCalls.word(request.getMethod(), request.getRequestURI())
          .ifPresent(word -> keep(word, request, by));
    }
  }

  /** It was done already: who can't be told doesn't undo it. */
  private void keep(String word, HttpServletRequest request, Principal by) {
    String call = request.getMethod() + " " + request.getRequestURI();
    try {
      audit.add(by.getName(), word, call, null, null);
    } catch (RuntimeException e) {
      LOG.warn("The audit does not have {} by {}", call, by.getName(), e);
    }
  }
}
