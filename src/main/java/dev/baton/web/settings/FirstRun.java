package dev.baton.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads the administrator of an installation in which nothing is yet from the home page to its
 * set-up; {@code /?later} stays there.
 */
@Component
class FirstRun implements HandlerInterceptor, WebMvcConfigurer {
  private final SetupSteps steps;
  private volatile boolean isOver;

  FirstRun(SetupSteps steps) {
    this.steps = steps;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Principal user = request.getUserPrincipal();
    if (isOver || user == null || request.getParameter("later") != null) {
      return true;
    }
    if (!steps.isFreshTo(user.getName())) {
      isOver = true;
      return true;
    }
    response.sendRedirect("/setup");
    return false;
  }
}
