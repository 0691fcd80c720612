// Imported before anything else: zod must not try eval, which the content security policy forbids (a schema decides as it is made).
import { z } from 'zod'

z.config({ jitless: true })
