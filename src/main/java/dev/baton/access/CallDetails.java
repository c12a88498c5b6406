package dev.baton.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a call comes from that brings its password along: no login follows from it. */
final class CallDetails extends WebAuthenticationDetails {
  private static final long serialVersionUID = 1L;

  CallDetails(HttpServletRequest request) {
    super(request);
  }
}
