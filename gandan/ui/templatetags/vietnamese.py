"""Filters for what people read: dates, hours, money, minutes. Built into every template."""

from django import template

register = template.Library()
