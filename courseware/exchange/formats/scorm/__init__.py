from courseware.exchange.formats.scorm.package import as_scorm

__all__ = ["as_scorm"]
