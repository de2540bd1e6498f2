import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekkend.settings")
# What a server loads at its start stays: looking through it for what may go took a tenth of the start.
gc.disable()
application = get_wsgi_application()
gc.freeze()
gc.enable()
