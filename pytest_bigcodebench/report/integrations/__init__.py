"""What other plugins' dashboards are told of samples: a file for each, used only where that plugin is at work."""

from __future__ import annotations

import pytest

__all__ = ["check_integrations", "register_integrations"]


def check_integrations(config: pytest.Config) -> None:
    """Find out before a run whether each report that is asked for has what it needs; raises `InputError` if not."""
    if getattr(config.option, "rp_enabled", False):
        from pytest_bigcodebench.report.integrations.reportportal import check_settings

        check_settings(config)
    if getattr(config.option, "ddtrace", False):
        from pytest_bigcodebench.report.integrations.datadog import check_key

        check_key()


def register_integrations(config: pytest.Config) -> None:
    """Register the hooks for the dashboards that take part in this run.

    Each is recognised by what it leaves on pytest's config, so that it does not matter under which name it was loaded.
    """
    register, option = config.pluginmanager.register, config.option
    if listener := config.pluginmanager.getplugin("allure_listener"):
        from pytest_bigcodebench.report.integrations.allure_pytest import AllureHooks

        register(AllureHooks(listener), "bcb-allure")
    if getattr(option, "htmlpath", None):
        from pytest_bigcodebench.report.integrations.pytest_html import HtmlHooks

        register(HtmlHooks(), "bcb-html-rows")
    if hasattr(config, "_buildkite"):
        from pytest_bigcodebench.report.integrations.buildkite import BuildkiteHooks

        register(BuildkiteHooks(), "bcb-buildkite")
    if hasattr(option, "ddtrace"):
        from pytest_bigcodebench.report.integrations.datadog import DatadogHooks

        register(DatadogHooks(), "bcb-datadog")
    if getattr(config, "_rp_enabled", False):
        from pytest_bigcodebench.report.integrations.reportportal import ReportPortalHooks

        register(ReportPortalHooks(config), "bcb-reportportal")
