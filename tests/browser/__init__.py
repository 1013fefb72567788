"""Tests in a real browser, as a reader meets the pages."""
