from courseware.exchange.formats.cartridge.package import as_cartridge

__all__ = ["as_cartridge"]
