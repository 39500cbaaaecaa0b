PAGE = '''<script>shop.init('x'); shop.request_pay({ amount: '{{ amount }}' });</script>'''
